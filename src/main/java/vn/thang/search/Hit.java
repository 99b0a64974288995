package vn.thang.search;

/**
 * A thing that the words fit.
 *
 * @param title   its name in the language of the reader
 * @param detail  what tells it from others of the same name, such as the province beside a commune; may be empty
 * @param address of its page, from the root of the application
 */
public record Hit(FoundKind kind, String title, String detail, String address) {
}
