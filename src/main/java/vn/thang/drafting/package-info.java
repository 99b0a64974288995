/**
 * Drafts of versions of models: uploaded, checked with every fault, compared with the version before, looked at as an officer
 * will see them, replayed on the last national round, proposed by one person and published by another.
 */
package vn.thang.drafting;
