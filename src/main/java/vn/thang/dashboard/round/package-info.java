/** The rounds as figures of the country: by type of agency, and how agencies moved from one to the next. */
package vn.thang.dashboard.round;
