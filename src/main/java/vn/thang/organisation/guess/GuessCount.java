package vn.thang.organisation.guess;

import vn.thang.platform.Sha256;

/**
 * What failures are counted by.
 *
 * @param subject hash of what is counted
 * @param account hash of the name that is tried; null where they are counted for all names together
 * @param most    so many failures within the time, and no further attempt is looked at
 */
public record GuessCount(String subject, String account, int most) {

    private static final int OF_A_PLACE = 5;
    private static final int OF_AN_ADDRESS = 100;
    /** How many guesses at one name are counted from all unknown places together. */
    public static final int OF_A_NAME = 50;
    private static final int CODES_OF_A_PERSON = 20;

    /** Attempts at a name from an address. */
    public static GuessCount from(String address, String name) {
        return of("from " + address + " " + name, name, OF_A_PLACE);
    }

    /** Attempts at a name from a browser in which its holder signed in before. */
    public static GuessCount known(String device, String name) {
        return of("known " + device + " " + name, name, OF_A_PLACE);
    }

    /** Attempts at the own password by whoever is signed in. */
    public static GuessCount own(String name) {
        return of("own " + name, name, OF_A_PLACE);
    }

    /** Attempts from an address at whatever name. */
    public static GuessCount address(String address) {
        return new GuessCount(Sha256.hex("address " + address), null, OF_AN_ADDRESS);
    }

    /** Attempts at a name from wherever its holder never was. */
    public static GuessCount name(String name) {
        return of("name " + name, name, OF_A_NAME);
    }

    /** Guesses at the code of a person from one place. */
    public static GuessCount code(String place, String name) {
        return of("code " + place + " " + name, name, OF_A_PLACE);
    }

    /** Guesses at the code of a person from wherever. */
    public static GuessCount codes(String name) {
        return of("codes " + name, name, CODES_OF_A_PERSON);
    }

    private static GuessCount of(String what, String name, int most) {
        return new GuessCount(Sha256.hex(what), Sha256.hex(name), most);
    }
}
