/**
 * The programme as its files say it: targets, indicators with their formulas and periods, breaks in a series, texts,
 * and the rules that go beyond the schema.
 */
package vn.thang.catalog.programme;
