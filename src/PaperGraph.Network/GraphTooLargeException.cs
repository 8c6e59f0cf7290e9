namespace PaperGraph.Network;

/// <summary>The graph does not fit in memory, or in what it may take of it. The message says why, and is for a person.</summary>
public sealed class GraphTooLargeException(string message) : Exception(message);
