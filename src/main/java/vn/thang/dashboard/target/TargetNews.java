package vn.thang.dashboard.target;

import vn.thang.catalog.programme.Programme.ProgrammeTarget;
import vn.thang.core.target.Attainment;

/**
 * What a round that runs says of a target by now, as news beside the figure of the country.
 *
 * @param attainment of all agencies in scope, those that did not hand in yet counted as not reached
 * @param handedIn   how many of them handed in
 */
public record TargetNews(ProgrammeTarget target, Attainment attainment, long handedIn) {
}
