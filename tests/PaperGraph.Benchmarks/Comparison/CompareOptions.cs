namespace PaperGraph.Benchmarks.Comparison;

/// <param name="Papers">Of the generated graph.</param>
/// <param name="Program">The published program of PaperGraph, a .dll.</param>
/// <param name="Warmup">How long each server is asked before its rounds: code that is called often is compiled again meanwhile.</param>
/// <param name="Only">Names of queries; all where there are none.</param>
internal sealed record CompareOptions(
    int Papers, string Program, int Rounds, TimeSpan Round, TimeSpan Warmup, int Connections, IReadOnlyList<string> Only);
