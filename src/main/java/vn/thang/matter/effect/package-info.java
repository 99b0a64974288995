/** What levels and targets become once plans are kept. */
package vn.thang.matter.effect;
