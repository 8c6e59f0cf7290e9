namespace PaperGraph.Sources.Bytes;

/// <summary>A line without the characters that end it.</summary>
/// <param name="Number">The number of the line in its file, from 1.</param>
/// <param name="Damage">Why the line is not what the author wrote; null where it is.</param>
/// <param name="Printed">The line as it stood in the file, where <paramref name="Text"/> is cleaned; null where that is the same.</param>
internal readonly record struct TextLine(int Number, string Text, LineDamage? Damage = null, string? Printed = null);

/// <param name="Column">The first damaged character, from 1.</param>
internal sealed record LineDamage(int Column, string Message, string Advice);
