/**
 * The files of maturity-model/ as documents: YAML with the line of each value, JSON Schema, and the faults that are
 * found in them.
 */
package vn.thang.catalog.document;
