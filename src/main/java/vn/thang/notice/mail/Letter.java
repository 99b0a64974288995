package vn.thang.notice.mail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.thang.notice.NoticeLine;
import vn.thang.organisation.account.PasswordLinks;
import vn.thang.platform.Texts;

/**
 * What stands in a mail, in the language of the person: notices, each with its address, or the link for a password. Answers
 * never stand in one.
 *
 * @param settings address where the person chooses what comes by mail; null for what comes in any case
 */
record Letter(Locale locale, String subject, String text, String html, String settings) {

    static final String SENDER = "Thang";

    /** @param address of the application, such as https://thang.example.vn */
    static Letter of(List<NoticeLine> lines, String fullName, Locale locale, String address) {
        String settings = address + "/organisation/account.xhtml#mail";
        String greeting = Texts.text(locale, "mail.greeting", fullName);
        String lead = Texts.text(locale, "mail.lead", lines.size());
        String open = Texts.text(locale, "mail.open");
        String foot = Texts.text(locale, "mail.foot");
        String choose = Texts.text(locale, "mail.settings");
        String text = greeting + "\n\n" + lead + "\n\n"
                + lines.stream().map(line -> "- " + line.words(locale) + "\n  " + place(address, line))
                        .collect(Collectors.joining("\n"))
                + "\n\n" + open + ": " + address + "/notice/index.xhtml\n\n--\n" + foot + "\n" + choose + ": "
                + settings + "\n";
        String html = "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><body><p>" + escaped(greeting)
                + "</p><p>" + escaped(lead)
                + "</p><ul>"
                + lines.stream().map(line -> "<li>" + link(place(address, line), line.words(locale)) + "</li>")
                        .collect(Collectors.joining())
                + "</ul><p>" + link(address + "/notice/index.xhtml", open) + "</p><hr><p><small>" + escaped(foot) + " "
                + link(settings, choose)
                + "</small></p></body></html>";
        return new Letter(locale, Texts.text(locale, "mail.subject", lines.size()), text, html, settings);
    }

    /** A letter that brings the link by which a person sets the password. */
    static Letter of(PasswordLinks.Issued link, String fullName, Locale locale, String address) {
        String kind = link.invitation() ? "mail.invitation" : "mail.forgotten";
        String greeting = Texts.text(locale, "mail.greeting", fullName);
        String lead = Texts.text(locale, kind);
        String until = Texts.text(locale, "mail.link-until", Texts.moment(locale, link.until()));
        String warning = Texts.text(locale, "mail.link-warning");
        String foot = Texts.text(locale, "mail.foot");
        String place = address + "/password.xhtml?lang=" + locale.getLanguage() + "&link=" + link.secret();
        String text = String.join("\n\n", greeting, lead, place, until, warning) + "\n\n--\n" + foot + "\n";
        String html = "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><body><p>" + escaped(greeting)
                + "</p><p>" + escaped(lead) + "</p><p>" + link(place, Texts.text(locale, "mail.link"))
                + "</p><p>" + escaped(until) + "</p><p>" + escaped(warning) + "</p><hr><p><small>" + escaped(foot)
                + "</small></p></body></html>";
        return new Letter(locale, Texts.text(locale, kind + ".subject"), text, html, null);
    }

    /** A letter that asks whether it has come to the right address. */
    static Letter confirming(String secret, String fullName, Locale locale, String address) {
        String greeting = Texts.text(locale, "mail.greeting", fullName);
        String said = Texts.text(locale, "mail.about.ADDRESS_GIVEN");
        String foot = Texts.text(locale, "mail.foot");
        String place = address + "/address.xhtml?lang=" + locale.getLanguage() + "&link=" + secret;
        String text = String.join("\n\n", greeting, said, place) + "\n\n--\n" + foot + "\n";
        String html = "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><body><p>" + escaped(greeting)
                + "</p><p>" + escaped(said) + "</p><p>" + link(place, Texts.text(locale, "address.confirm"))
                + "</p><hr><p><small>" + escaped(foot) + "</small></p></body></html>";
        return new Letter(locale, Texts.text(locale, "mail.about.subject"), text, html, null);
    }

    /** A letter that tells what was done to the account of the person. */
    static Letter of(Outbox.About about, String fullName, Locale locale, String address) {
        String greeting = Texts.text(locale, "mail.greeting", fullName);
        String said = Texts.text(locale, "mail.about." + about);
        String doubt = Texts.text(locale, "mail.about-doubt");
        String foot = Texts.text(locale, "mail.foot");
        String place = address + "/organisation/account.xhtml";
        String text = String.join("\n\n", greeting, said, doubt, place) + "\n\n--\n" + foot + "\n";
        String html = "<!DOCTYPE html><html lang=\"" + locale.getLanguage() + "\"><body><p>" + escaped(greeting)
                + "</p><p>" + escaped(said) + "</p><p>" + escaped(doubt) + "</p><p>"
                + link(place, Texts.text(locale, "organisation.account")) + "</p><hr><p><small>" + escaped(foot)
                + "</small></p></body></html>";
        return new Letter(locale, Texts.text(locale, "mail.about.subject"), text, html, null);
    }

    private static String place(String address, NoticeLine line) {
        return address + "/notice/index.xhtml?open=" + line.id();
    }

    private static String link(String address, String words) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(words) + "</a>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
