namespace PaperGraph.Sources.Tables;

/// <summary>A row of a table of values with separators.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Values">One for each column; empty where the row is broken.</param>
/// <param name="Words">The row as it is written, or the beginning of it.</param>
/// <param name="Problem">What is wrong with it; null where nothing is.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Values, string Words, string? Problem);
