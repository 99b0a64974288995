/** Agencies renamed, moved, merged, divided and closed: what follows is shown before, and all of it happens at once. */
package vn.thang.organisation.change;
