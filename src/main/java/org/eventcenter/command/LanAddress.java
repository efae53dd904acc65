package org.eventcenter.command;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.eventcenter.module.CannotStart;

/** The address at which others in this network reach this machine. */
final class LanAddress {
    private LanAddress() {}

    /** Throws {@link CannotStart} when there is no network. */
    static String find() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LanAddress::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(InetAddress::getHostAddress)
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("This machine is in no network, which --lan needs."));
        } catch (SocketException e) {
            throw new CannotStart("The networks of this machine cannot be listed, which --lan needs.", e);
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException e) {
            return false;
        }
    }
}
