/**
 * How the installation is: what an administrator sees of it, what is measured of it for whoever watches by machine, and
 * when it was saved last. It asks the other features and changes nothing.
 */
package vn.thang.operation;
