using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace PaperGraph.GraphQL.Types;

/// <summary>How a scalar's values are read from requests, checked in results and written to responses.</summary>
public abstract class ScalarFormat
{
    /// <summary>The .NET type of the scalar's values, which arguments have.</summary>
    public abstract Type ClrType { get; }

    /// <summary>What is accepted, as the end of a sentence: "a date such as 2025-06-18".</summary>
    public abstract string Expected { get; }

    /// <summary>Input coercion. False where the input is not accepted; never throws for any input.</summary>
    public abstract bool TryRead(in ScalarInput input, [NotNullWhen(true)] out object? value);

    /// <summary>
    /// Result coercion: what a resolver gave, made into what <see cref="Write"/> takes. False where it is no value of the scalar.
    /// </summary>
    public abstract bool TryComplete(object value, [NotNullWhen(true)] out object? completed);

    /// <summary>Writes one JSON value.</summary>
    public abstract void Write(Utf8JsonWriter writer, object completed);

    /// <summary>Whether values of a .NET type may be results; checked when the schema is built.</summary>
    public virtual bool Accepts(Type clrType) => ClrType.IsAssignableFrom(clrType);

    /// <summary>A scalar that is a string on the wire.</summary>
    /// <param name="expected">What is accepted, as the end of a sentence.</param>
    /// <param name="parse">The value of a text; false where the text is none. Must not throw.</param>
    /// <param name="format">The text of a value.</param>
    public static ScalarFormat Text<T>(string expected, TextParser<T> parse, Func<T, string> format)
        where T : notnull => new TextScalarFormat<T>(expected, parse, format);
}

/// <summary>The value of a text; false where the text is none.</summary>
public delegate bool TextParser<T>(string text, [MaybeNullWhen(false)] out T value);
