/** Scoring without sign-in and without storing anything, for whoever checks the rules. */
package vn.thang.catalog.scoring;
