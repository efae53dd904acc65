package org.eventcenter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vertx.pgclient.SslMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @Test
    void both_schemes_mean_the_same() {
        var expected = new DatabaseAddress("db.example.org", 5433, "hub", "ada", "secret", SslMode.DISABLE);

        assertThat(DatabaseAddress.parse("postgres://ada:secret@db.example.org:5433/hub"))
                .isEqualTo(expected);
        assertThat(DatabaseAddress.parse("postgresql://ada:secret@db.example.org:5433/hub"))
                .isEqualTo(expected);
    }

    @Test
    void user_password_and_database_may_be_percent_encoded() {
        var address = DatabaseAddress.parse("postgres://a%40b:p%2Fw%3A%25@localhost/my%20hub");

        assertThat(address)
                .isEqualTo(new DatabaseAddress("localhost", 5432, "my hub", "a@b", "p/w:%", SslMode.DISABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})
    void every_sslmode_reaches_both_clients(String mode) throws Exception {
        var address = DatabaseAddress.parse("postgres://ada@localhost/hub?sslmode=" + mode);

        assertThat(address.reactive().getSslMode()).isEqualTo(SslMode.of(mode));
        assertThat(address.jdbc()
                        .unwrap(org.postgresql.ds.PGSimpleDataSource.class)
                        .getSslMode())
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hub", "mysql://a:hunter2@h/d", "jdbc:postgresql://h/d", "postgres://a:hunter2@h:port/d"})
    void what_is_no_address_is_refused_without_telling_the_password(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatabaseAddress.parse(text))
                .withMessageContaining("is not like postgresql://")
                .withMessageNotContaining("hunter2")
                .withNoCause();
    }

    @Test
    void its_text_tells_no_password() {
        assertThat(DatabaseAddress.parse("postgres://ada:hunter2@localhost/hub"))
                .hasToString("localhost:5432/hub");
    }
}
