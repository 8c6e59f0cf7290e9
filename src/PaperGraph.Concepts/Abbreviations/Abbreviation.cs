namespace PaperGraph.Concepts.Abbreviations;

/// <summary>A definition in the text: where the short form stands and where the long form, as offsets into it.</summary>
internal sealed record Abbreviation(string Short, int ShortStart, string Long, int LongStart);
