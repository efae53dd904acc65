package org.eventcenter.model;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Queries over one JDBC connection: parameters and columns as they are, arrays included. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    List<Object[]> rows(String text, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(text)) {
            bind(statement, parameters);
            return read(statement.executeQuery());
        }
    }

    Object[] row(String text, Object... parameters) throws SQLException {
        return rows(text, parameters).get(0);
    }

    long number(String text, Object... parameters) throws SQLException {
        return ((Number) row(text, parameters)[0]).longValue();
    }

    void execute(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    /** Ends the moment that a repeatable read looks at. */
    void endMoment() throws SQLException {
        connection.commit();
    }

    private void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            var value = parameters[i];
            statement.setObject(i + 1, value instanceof Object[] array ? array(array) : value);
        }
    }

    private Array array(Object[] values) throws SQLException {
        return connection.createArrayOf(elementType(values), values);
    }

    private static String elementType(Object[] values) {
        if (values instanceof Long[]) {
            return "int8";
        }
        if (values instanceof Integer[]) {
            return "int4";
        }
        if (values instanceof Boolean[]) {
            return "bool";
        }
        return values instanceof UUID[] ? "uuid" : "text";
    }

    private static List<Object[]> read(ResultSet result) throws SQLException {
        var rows = new ArrayList<Object[]>();
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
            var row = new Object[width];
            for (int i = 0; i < width; i++) {
                row[i] = result.getObject(i + 1);
            }
            rows.add(row);
        }
        return rows;
    }
}
