package vn.thang.matter;

import vn.thang.matter.Matter.About;

/**
 * What a matter is about, with its figure of now.
 *
 * @param agency     id of the agency that is asked
 * @param path       its place in the tree
 * @param target     code of the target; null for none
 * @param assessment id of the assessment; null for none
 * @param criterion  its code; null for none
 * @param restricted whether it is about restricted answers
 */
record MatterSubject(About about, long agency, String path, String target, Long assessment, String criterion,
        boolean restricted, MatterFigure figure) {
}
