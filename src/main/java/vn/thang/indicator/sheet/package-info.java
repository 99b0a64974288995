/**
 * Readings and denominators by sheet: templates to fill in, a check that changes nothing, and the confirmation of what it has
 * shown.
 */
package vn.thang.indicator.sheet;
