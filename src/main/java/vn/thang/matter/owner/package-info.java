/** Who owns a target or an indicator from a day on, and the dated words of the owner on it. */
package vn.thang.matter.owner;
