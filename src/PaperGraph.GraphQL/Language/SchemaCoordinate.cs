namespace PaperGraph.GraphQL.Language;

/// <summary>
/// The name of one part of a schema: a type as in <c>Paper</c>, its field, input field or enum value as in <c>Paper.title</c>, an argument
/// of a field as in <c>Query.papers(first:)</c>, a directive as in <c>@cost</c>, an argument of it as in <c>@cost(weight:)</c>.
/// <see cref="Types.Schema.Find"/> finds the part.
/// </summary>
public sealed record SchemaCoordinate
{
    private SchemaCoordinate(string name, bool isDirective) => (Name, IsDirective) = (name, isDirective);

    /// <summary>The name of the type or the directive.</summary>
    public string Name { get; }

    public bool IsDirective { get; }

    /// <summary>The field, input field or enum value; null for a type itself, and for directives.</summary>
    public string? Member { get; private init; }

    /// <summary>The name of an argument; null where the coordinate names none.</summary>
    public string? Argument { get; private init; }

    public static SchemaCoordinate ForType(string name) => new(name, isDirective: false);

    public static SchemaCoordinate ForMember(string type, string member) => new(type, isDirective: false) { Member = member };

    public static SchemaCoordinate ForDirective(string name) => new(name, isDirective: true);

    /// <summary>An argument of this field or directive.</summary>
    /// <exception cref="InvalidOperationException">This is a type, or an argument already.</exception>
    public SchemaCoordinate ForArgument(string argument) => Argument is null && (IsDirective || Member is not null)
        ? this with { Argument = argument }
        : throw new InvalidOperationException($"{this} has no arguments.");

    /// <summary>A coordinate as text, without blanks.</summary>
    /// <exception cref="SyntaxException">The text is no coordinate.</exception>
    public static SchemaCoordinate Parse(SourceText source) => new Reader(source).Read();

    public override string ToString() =>
        $"{(IsDirective ? "@" : "")}{Name}{(Member is null ? "" : $".{Member}")}{(Argument is null ? "" : $"({Argument}:)")}";

    private ref struct Reader(SourceText source)
    {
        private readonly string text = source.Text;
        private int position;

        // SchemaCoordinate ::
        //   Name
        //   Name . Name
        //   Name . Name ( Name : )
        //   @ Name
        //   @ Name ( Name : )
        public SchemaCoordinate Read()
        {
            var coordinate = Skip('@') ? ForDirective(ReadName()) : ForType(ReadName());
            if (!coordinate.IsDirective && Skip('.')) coordinate = ForMember(coordinate.Name, ReadName());
            if ((coordinate.IsDirective || coordinate.Member is not null) && Skip('('))
            {
                coordinate = coordinate.ForArgument(ReadName());
                Expect(':');
                Expect(')');
            }
            return position == text.Length ? coordinate : throw Unexpected("<EOF>");
        }

        private string ReadName()
        {
            var start = position;
            if (start == text.Length || !Characters.IsNameStart(text[start])) throw Unexpected("Name");
            while (position < text.Length && Characters.IsNameContinue(text[position])) position++;
            return text[start..position];
        }

        private bool Skip(char c)
        {
            if (position == text.Length || text[position] != c) return false;
            position++;
            return true;
        }

        private void Expect(char c)
        {
            if (!Skip(c)) throw Unexpected($"\"{c}\"");
        }

        private readonly SyntaxException Unexpected(string expected) => new(
            $"Expected {expected}, found {Characters.Describe(text, position)}.", source, source.GetLocation(position));
    }
}
