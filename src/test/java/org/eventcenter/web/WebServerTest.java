package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.junit5.VertxExtension;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class WebServerTest {
    /** The fallback to portable sockets is silent, so it would be noticed only in the bill. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void the_native_transport_is_there() throws Exception {
        var vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));

        assertThat(vertx.isNativeTransportEnabled()).isTrue();
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @Test
    void sockets_are_not_compressed_and_plain_connections_stay_http_1() {
        var options = WebServer.options(HttpConfig.local(8080));

        assertThat(options.getPerMessageWebSocketCompressionSupported()).isFalse();
        assertThat(options.getPerFrameWebSocketCompressionSupported()).isFalse();
        assertThat(options.isHttp2ClearTextEnabled()).isFalse();
    }

    @Test
    void a_port_that_is_taken_is_a_failure_of_the_start(Vertx vertx) throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var http = HttpConfig.local(other.getLocalPort());

            assertThatThrownBy(() -> TestSite.start(vertx, http, (router, kernel) -> {}))
                    .isInstanceOf(BindException.class);
        }
    }
}
