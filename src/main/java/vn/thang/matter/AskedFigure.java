package vn.thang.matter;

import vn.thang.platform.GivenText;

/**
 * The figure that is asked about, as an address names it; where it names none, it is the result of the agency.
 *
 * @param target     code of a target
 * @param assessment id of an assessment
 * @param criterion  criterion or dimension of the assessment; null for the whole
 * @param indicator  code of an indicator, of which it is asked how many report it
 * @param reading    code of an indicator, of which the reading of the agency is meant
 * @param source     code of a source of readings
 */
public record AskedFigure(String target, Long assessment, String criterion, String indicator, String reading,
        String source) {

    public AskedFigure {
        target = GivenText.orNull(target);
        criterion = GivenText.orNull(criterion);
        indicator = GivenText.orNull(indicator);
        reading = GivenText.orNull(reading);
        source = GivenText.orNull(source);
    }

    public static AskedFigure ofAgency() {
        return new AskedFigure(null, null, null, null, null, null);
    }

    public static AskedFigure ofTarget(String code) {
        return new AskedFigure(code, null, null, null, null, null);
    }

    public static AskedFigure ofResult(Long assessment, String criterion) {
        return new AskedFigure(null, assessment, criterion, null, null, null);
    }

    public static AskedFigure ofIndicator(String code) {
        return new AskedFigure(null, null, null, code, null, null);
    }

    public static AskedFigure ofReading(String indicator) {
        return new AskedFigure(null, null, null, null, indicator, null);
    }

    public static AskedFigure ofSource(String code) {
        return new AskedFigure(null, null, null, null, null, code);
    }

    /** Whether it is a figure of the whole country, about which one agency or another can be asked. */
    public boolean national() {
        return target != null || indicator != null || source != null;
    }
}
