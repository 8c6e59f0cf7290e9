namespace PaperGraph.GraphQL.Language;

/// <summary>One lexical token; <see cref="Value"/> is what a string stands for, and null for every other kind.</summary>
internal readonly record struct Token(TokenKind Kind, Location Location, string? Value = null);
