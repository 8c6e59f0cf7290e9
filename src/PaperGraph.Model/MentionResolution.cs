namespace PaperGraph.Model;

/// <summary>What decided which concept a mention means.</summary>
public enum MentionResolution
{
    /// <summary>The paper defines the abbreviation itself, or another of its names tells what it means.</summary>
    Document,

    /// <summary>It is the only or clearly dominant sense in the collection.</summary>
    Collection,

    /// <summary>The vocabulary says what the name means.</summary>
    Vocabulary,

    /// <summary>The name itself: nothing had to be resolved.</summary>
    Text,
}
