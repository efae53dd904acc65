-- The account of whoever sits at the hub's terminal is nobody at a wiki, also where an account there is called Operator.
update account set canonical_name = '#operator' where canonical_name = 'Operator' and central_id is null;
