/** People from a file: checked first, then taken in batches, each invited by a letter. */
package vn.thang.organisation.roster;
