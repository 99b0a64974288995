/** What an auditor takes along to prove a result without the server: evidence packs, and the command that verifies them. */
package vn.thang.proof;
