package vn.thang.matter.pack;

import java.math.BigInteger;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a document of the pack; whoever changes one in Word changes all that has it. */
final class WordStyles {

    static final String FONT = "Times New Roman";
    static final String BODY = "Normal";
    static final String TITLE = "Title";
    static final String ABOUT = "Subtitle";
    static final String HEADING = "Heading1";
    static final String STRONG = "Verdict";
    static final String LIST = "ListParagraph";
    static final String HEAD = "OfficialHead";
    static final String MOTTO = "Motto";
    static final String PLACE = "PlaceDay";
    static final String CELL = "TableText";
    static final String CELL_HEAD = "TableHead";
    static final String SMALL = "Small";

    /** Twentieths of a point. */
    private static final int POINT = 20;

    private final XWPFStyles styles;

    private WordStyles(XWPFStyles styles) {
        this.styles = styles;
    }

    /** What a paragraph looks like; sizes in half points, spaces in points. */
    private record Look(int size, boolean bold, boolean italic, STJc.Enum stands, int before, int after) {
    }

    static void of(XWPFDocument word, Locale locale) {
        XWPFStyles styles = word.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        styles.setDefaultFonts(fonts(fonts));
        styles.setSpellingLanguage(locale.toLanguageTag());
        WordStyles made = new WordStyles(styles);
        made.add(BODY, "Normal", null, new Look(26, false, false, STJc.BOTH, 0, 6));
        made.add(TITLE, "Title", null, new Look(28, true, false, STJc.CENTER, 18, 0));
        made.add(ABOUT, "Subtitle", null, new Look(28, true, false, STJc.CENTER, 0, 14));
        made.add(HEADING, "heading 1", 0, new Look(26, true, false, STJc.LEFT, 12, 4));
        made.add(STRONG, "Verdict", null, new Look(26, true, false, STJc.BOTH, 0, 6));
        made.add(LIST, "List Paragraph", null, new Look(26, false, false, STJc.BOTH, 0, 4));
        made.add(HEAD, "Official Head", null, new Look(24, true, false, STJc.CENTER, 0, 0));
        made.add(MOTTO, "Motto", null, new Look(26, true, false, STJc.CENTER, 0, 0)).addNewU()
                .setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline.SINGLE);
        made.add(PLACE, "Place and Day", null, new Look(26, false, true, STJc.CENTER, 4, 0));
        made.add(CELL, "Table Text", null, new Look(20, false, false, STJc.LEFT, 1, 1));
        made.add(CELL_HEAD, "Table Head", null, new Look(20, true, false, STJc.LEFT, 1, 1));
        made.add(SMALL, "Small", null, new Look(18, false, false, STJc.LEFT, 4, 0));
    }

    private static CTFonts fonts(CTFonts fonts) {
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        return fonts;
    }

    private CTRPr add(String id, String name, Integer outline, Look look) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (id.equals(BODY)) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(BODY);
        }
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        if (outline != null) {
            paragraph.addNewKeepNext();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf((long) look.before() * POINT));
        spacing.setAfter(BigInteger.valueOf((long) look.after() * POINT));
        paragraph.addNewJc().setVal(look.stands());
        if (outline != null) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        CTRPr run = style.addNewRPr();
        fonts(run.addNewRFonts());
        run.addNewB().setVal(look.bold());
        run.addNewI().setVal(look.italic());
        run.addNewSz().setVal(BigInteger.valueOf(look.size()));
        run.addNewSzCs().setVal(BigInteger.valueOf(look.size()));
        styles.addStyle(new XWPFStyle(style, styles));
        return run;
    }

    /** Returns the number of the list with dashes. */
    static BigInteger bullets(XWPFDocument word) {
        XWPFNumbering numbering = word.createNumbering();
        if (!numbering.getNums().isEmpty()) {
            return numbering.getNums().get(0).getCTNum().getNumId();
        }
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.ZERO);
        CTLvl level = list.addNewLvl();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(STNumberFormat.BULLET);
        level.addNewLvlText().setVal("–");
        level.addNewLvlJc().setVal(STJc.LEFT);
        var indent = level.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(400));
        indent.setHanging(BigInteger.valueOf(280));
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }
}
