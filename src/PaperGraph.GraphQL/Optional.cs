namespace PaperGraph.GraphQL;

/// <summary>
/// A parameter of a record that input is bound to, where absent is not the same as null. The default value is absent.
/// </summary>
public readonly record struct Optional<T>
{
    private readonly T value;

    public Optional(T value)
    {
        this.value = value;
        HasValue = true;
    }

    /// <summary>The input was given, perhaps as null.</summary>
    public bool HasValue { get; }

    /// <summary>What was given; throws <see cref="InvalidOperationException"/> where nothing was.</summary>
    public T Value => HasValue ? value : throw new InvalidOperationException("The input was not given.");

    /// <summary>What was given, else <paramref name="fallback"/>.</summary>
    public T Or(T fallback) => HasValue ? value : fallback;

    public static implicit operator Optional<T>(T value) => new(value);
}
