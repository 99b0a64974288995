/** What leaders see: targets, levels, agencies; read only, from rows derived from scorecards. */
package vn.thang.dashboard;
