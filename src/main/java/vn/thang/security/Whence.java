package vn.thang.security;

/**
 * Where an attempt to sign in comes from.
 *
 * @param address of the network
 * @param devices cookie by which a browser is known in which people signed in before; null where there is none
 */
public record Whence(String address, String devices) {
}
