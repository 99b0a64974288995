/**
 * What people see of long work: their own, and for administrators all of it. It reads the engine and changes nothing
 * itself.
 */
package vn.thang.work;
