namespace PaperGraph.Commands;

/// <summary>A command was interrupted. The message tells how far it came and what to do for the rest.</summary>
internal sealed class CommandStopped(string message, OperationCanceledException cause) : OperationCanceledException(message, cause);
