/**
 * What an auditor proves a result by: the page that verifies a round, evidence packs to take along, and the command that verifies
 * both without the server.
 */
package vn.thang.proof;
