package vn.thang.organisation.agency.directory;

import java.util.List;

/**
 * An agency with its place in the tree and in time.
 *
 * @param above        from the root down to its parent
 * @param predecessors what it came from
 * @param successors   what came from it
 */
public record AgencyDetail(DirectoryLine agency, String path, List<DirectoryLine> above,
        List<DirectoryLine> predecessors,
        List<DirectoryLine> successors) {
}
