/**
 * Checks a draft beside what is published, and tells what it changes.
 */
package vn.thang.catalog.draft;
