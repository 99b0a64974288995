/**
 * Reads what lies in maturity-model/ and what is published into versions that hold together, or says all that is wrong.
 */
package vn.thang.catalog.reading;
