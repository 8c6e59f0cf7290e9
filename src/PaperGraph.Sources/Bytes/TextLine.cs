namespace PaperGraph.Sources.Bytes;

/// <summary>One line, without its end.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Damage">Why the line is not what the author wrote; null where it is.</param>
/// <param name="Printed">As it stood in the file, where <paramref name="Text"/> is cleaned; null where that is the same.</param>
internal readonly record struct TextLine(int Number, string Text, LineDamage? Damage = null, string? Printed = null);

/// <param name="Column">From 1, in characters.</param>
internal sealed record LineDamage(int Column, string Message, string Advice);
