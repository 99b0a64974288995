/** The targets of the programme: values, ways, forecasts and pictures. */
package vn.thang.dashboard.target;
