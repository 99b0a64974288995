package vn.thang.core.model;

/** How the level of a node follows from its children: by a gate on shares, or by bands of the index. */
public sealed interface LevelRule permits Gate, Bands {
}
