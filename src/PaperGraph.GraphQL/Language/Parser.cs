using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PaperGraph.GraphQL.Language;

/// <summary>
/// Reads a text top down, one token ahead, after the grammar of the specification's appendix. Throws
/// <see cref="SyntaxException"/> where the text departs from it, and where it passes a limit.
/// </summary>
public sealed partial class Parser
{
    private const int NameCacheSize = 128;

    private readonly SourceText source;
    private readonly string text;
    private readonly ParserLimits limits;
    private readonly List<Node> pending = [];
    private readonly string?[] names = new string?[NameCacheSize];
    private Lexer lexer;
    private Token token;
    private Location lastToken;
    private int tokens;
    private int depth;

    private Parser(SourceText source, ParserLimits? limits)
    {
        this.source = source;
        this.limits = limits ?? ParserLimits.Default;
        text = source.Text;
        lexer = new Lexer(source);
        Advance();
    }

    /// <summary>A whole document, executable or type system or both.</summary>
    /// <exception cref="SyntaxException">The text is no document, or passes a limit.</exception>
    public static DocumentNode Parse(SourceText source, ParserLimits? limits = null) => new Parser(source, limits).ParseDocument();

    /// <summary>A single value, in which variables may stand.</summary>
    /// <exception cref="SyntaxException">The text is no value, or passes a limit.</exception>
    public static ValueNode ParseValue(SourceText source, ParserLimits? limits = null) =>
        new Parser(source, limits).Alone(static parser => parser.ParseValue(isConstant: false));

    /// <summary>A single value without variables.</summary>
    /// <exception cref="SyntaxException">The text is no constant value, or passes a limit.</exception>
    public static ValueNode ParseConstantValue(SourceText source, ParserLimits? limits = null) =>
        new Parser(source, limits).Alone(static parser => parser.ParseValue(isConstant: true));

    /// <summary>A single reference to a type, such as <c>[Int!]</c>.</summary>
    /// <exception cref="SyntaxException">The text is no type reference, or passes a limit.</exception>
    public static TypeNode ParseType(SourceText source, ParserLimits? limits = null) =>
        new Parser(source, limits).Alone(static parser => parser.ParseTypeReference());

    private T Alone<T>(Func<Parser, T> parse)
    {
        var node = parse(this);
        Expect(TokenKind.EndOfFile);
        return node;
    }

    private bool Peek(TokenKind kind) => token.Kind == kind;

    private bool PeekKeyword(string keyword) => token.Kind == TokenKind.Name && GetText(token).SequenceEqual(keyword);

    private bool PeekString() => token.Kind is TokenKind.String or TokenKind.BlockString;

    private bool Skip(TokenKind kind)
    {
        if (!Peek(kind)) return false;
        Advance();
        return true;
    }

    private bool SkipKeyword(string keyword)
    {
        if (!PeekKeyword(keyword)) return false;
        Advance();
        return true;
    }

    private Token Expect(TokenKind kind)
    {
        if (!Peek(kind)) throw Error(token.Location, $"Expected {kind.Describe()}, found {Describe(token)}.");
        var expected = token;
        Advance();
        return expected;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword)) throw Error(token.Location, $"Expected \"{keyword}\", found {Describe(token)}.");
    }

    /// <summary><paramref name="open"/>, items (at least one), <paramref name="close"/>.</summary>
    private ImmutableArray<T> Many<T>(TokenKind open, Func<Parser, T> parse, TokenKind close) where T : Node
    {
        Expect(open);
        var first = pending.Count;
        do pending.Add(parse(this));
        while (!Skip(close));
        return Collect<T>(first);
    }

    /// <summary>Parses what <see cref="Many"/> does where the opening token stands here; else there are no items.</summary>
    private ImmutableArray<T> OptionalMany<T>(TokenKind open, Func<Parser, T> parse, TokenKind close) where T : Node =>
        Peek(open) ? Many(open, parse, close) : [];

    /// <summary><paramref name="open"/>, items (maybe none), <paramref name="close"/>.</summary>
    private ImmutableArray<T> Any<T>(TokenKind open, Func<Parser, T> parse, TokenKind close) where T : Node
    {
        Expect(open);
        var first = pending.Count;
        while (!Skip(close)) pending.Add(parse(this));
        return Collect<T>(first);
    }

    /// <summary>Items between delimiters, with one more delimiter before the first if the author likes.</summary>
    private ImmutableArray<T> Delimited<T>(TokenKind delimiter, Func<Parser, T> parse) where T : Node
    {
        Skip(delimiter);
        var first = pending.Count;
        do pending.Add(parse(this));
        while (Skip(delimiter));
        return Collect<T>(first);
    }

    /// <summary>Takes the nodes from <paramref name="first"/> on off the list that all unfinished lists share.</summary>
    private ImmutableArray<T> Collect<T>(int first) where T : Node
    {
        if (first == pending.Count) return [];
        var items = new T[pending.Count - first];
        for (var i = 0; i < items.Length; i++) items[i] = (T)pending[first + i];
        pending.RemoveRange(first, items.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private Name ParseName()
    {
        var name = Expect(TokenKind.Name);
        return new Name(Intern(GetText(name)), name.Location);
    }

    /// <summary>Names are interned, so that a name that a document repeats is one string.</summary>
    private string Intern(ReadOnlySpan<char> name)
    {
        ref var cached = ref names[((name[0] * 31) + (name[^1] * 7) + (name[name.Length / 2] * 3) + name.Length) % NameCacheSize];
        if (cached is null || !name.SequenceEqual(cached)) cached = name.ToString();
        return cached;
    }

    private void Advance()
    {
        lastToken = token.Location;
        token = lexer.Next();
        if (token.Kind != TokenKind.EndOfFile && ++tokens > limits.MaxTokens)
        {
            throw new SyntaxException(
                $"Document contains more than {limits.MaxTokens} tokens, which is the limit MaxTokens. "
                + "Ask for less, or in several requests.",
                source, token.Location, GraphQLError.TooManyTokens);
        }
    }

    /// <summary>Goes one level down; <see cref="Ascend"/> leaves it again.</summary>
    private void Descend()
    {
        if (++depth > limits.MaxSyntaxDepth)
        {
            throw new SyntaxException(
                $"Document is nested deeper than {limits.MaxSyntaxDepth} levels, which is the limit MaxSyntaxDepth. "
                + "Flatten it, or pass deep values as variables.",
                source, token.Location, GraphQLError.TooDeep);
        }
    }

    private void Ascend() => depth--;

    /// <summary>From <paramref name="start"/> to the end of the token read last.</summary>
    private Location From(Location start) => start.To(lastToken);

    private ReadOnlySpan<char> GetText(Token of) => text.AsSpan(of.Location.Start, of.Location.End - of.Location.Start);

    private string Describe(Token of) => of.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{of.Kind} \"{Excerpt.From(GetText(of).ToString())}\"",
        TokenKind.String or TokenKind.BlockString => $"{of.Kind} \"{Excerpt.From(of.Value ?? "")}\"",
        _ => of.Kind.Describe(),
    };

    private SyntaxException Unexpected(Token at) => Error(at.Location, $"Unexpected {Describe(at)}.");

    private SyntaxException Error(Location at, string description) => new(description, source, at);
}
