package vn.thang.matter.help;

import vn.thang.organisation.agency.AgencyName;

/**
 * An agency that has not reached the level of a target, with what help there would do.
 *
 * @param level    official; null until it has handed in
 * @param steps    how many raises of the least effort lead to the level, those that the person may see; null where none do, or
 *                 nothing was handed in
 * @param hidden   whether there are more that the person may not see
 * @param effect   by how many points the target rises when the agency reaches it
 * @param perStep  the same for each step; null without steps
 */
public record HelpLine(long assessment, String code, String name, String nameEn, String type, Integer level,
        Integer steps, boolean hidden, double effect, Double perStep) implements AgencyName {
}
