namespace PaperGraph.GraphQL.Language;

/// <summary>How much of a text the parser reads before it refuses it.</summary>
public sealed record ParserLimits
{
    /// <summary>What <see cref="MaxSyntaxDepth"/> may be at most: nothing this deep comes near the end of a thread's stack.</summary>
    public const int MaxAllowedDepth = 600;

    private readonly int maxSyntaxDepth = 200;

    /// <summary>How deep selection sets, values and list types may nest, together; from 1 to <see cref="MaxAllowedDepth"/>.</summary>
    public int MaxSyntaxDepth
    {
        get => maxSyntaxDepth;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MaxAllowedDepth);
            maxSyntaxDepth = value;
        }
    }

    /// <summary>How many tokens a text may have, punctuators counted and comments not.</summary>
    public int MaxTokens { get; init; } = int.MaxValue;

    /// <summary>Limits for texts of the program's own, such as a schema.</summary>
    public static ParserLimits Default { get; } = new();
}
