/**
 * A maturity model as its files say it: structure, texts in each language, what it continues, and the rules that go
 * beyond the schema.
 */
package vn.thang.catalog.model;
