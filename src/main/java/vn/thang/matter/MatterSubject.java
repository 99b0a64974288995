package vn.thang.matter;

import vn.thang.matter.Matter.About;

/**
 * What a matter is about, with its figure of now.
 *
 * @param agency     id of the agency that is asked
 * @param path       its place in the tree
 * @param code       of the target, criterion, dimension, indicator or source; null for none
 * @param assessment id of the assessment; null for none
 * @param restricted whether it is about restricted answers or readings
 */
public record MatterSubject(About about, long agency, String path, String code, Long assessment, boolean restricted,
        MatterFigure figure) {

    String target() {
        return about == About.TARGET ? code : null;
    }

    String criterion() {
        return about == About.CRITERION || about == About.DIMENSION ? code : null;
    }

    String indicator() {
        return about == About.INDICATOR || about == About.READING ? code : null;
    }

    String source() {
        return about == About.SOURCE ? code : null;
    }
}
