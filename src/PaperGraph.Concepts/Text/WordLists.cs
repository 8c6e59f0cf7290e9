namespace PaperGraph.Concepts.Text;

/// <summary>Which lists of <see cref="CommonWords"/> hold a word.</summary>
[Flags]
internal enum WordLists
{
    None = 0,
    Function = 1,
    Generic = 1 << 1,
    Areas = 1 << 2,
    Praise = 1 << 3,
    Verbs = 1 << 4,
    Units = 1 << 5,
    VerbalGerunds = 1 << 6,
    EmptyHeads = 1 << 7,
    VagueHeads = 1 << 8,
    Matter = 1 << 9,
}
