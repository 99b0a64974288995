package vn.thang.organisation.agency.directory;

import vn.thang.organisation.agency.AgencyName;

/**
 * An agency in the tree.
 *
 * @param below how many agencies are directly below it
 */
public record AgencyBranch(String code, String name, String nameEn, String type, int below) implements AgencyName {
}
