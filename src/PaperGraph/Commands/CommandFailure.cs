namespace PaperGraph.Commands;

/// <summary>A command cannot go on. The message is for the person who gave it: what is wrong, where, and what to do.</summary>
internal sealed class CommandFailure(string message, Exception? cause = null) : Exception(message, cause);
