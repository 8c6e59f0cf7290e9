using Npgsql;
using PaperGraph.Commands;
using PaperGraph.Databases;

namespace PaperGraph.Tests.Databases;

public sealed class ConnectionTextTests
{
    [Theory]
    [InlineData("Host=db;Username=me;Password=secret;Database=papers", "Host=db;Username=me;Password=secret;Database=papers")]
    [InlineData("postgresql://me:secret@db:6543/papers", "Host=db;Port=6543;Database=papers;Username=me;Password=secret")]
    [InlineData("postgres://db", "Host=db")]
    [InlineData("postgresql://a%40b:p%2Fw@db/p%20q", "Host=db;Database=p q;Username=a@b;Password=p/w")]
    [InlineData("postgresql://db/papers?sslmode=verify-full&application_name=mine",
        "Host=db;Database=papers;SSL Mode=VerifyFull;Application Name=mine")]
    public void Both_ways_to_write_a_connection_are_read(string given, string meant) =>
        new NpgsqlConnectionStringBuilder(ConnectionText.Parse(given)).EquivalentTo(new NpgsqlConnectionStringBuilder(meant))
            .ShouldBeTrue();

    [Theory]
    [InlineData("papers", "it is no list of name=value")]
    [InlineData("Server=db;Colour=blue", "setting 2 has a name that is not known")]
    [InlineData("Server=db;Port=eleven", "the value of port is not one that it can have")]
    [InlineData("Database=papers", "it names no host")]
    [InlineData("postgresql://db/papers?colour=blue", "setting 1 behind the question mark has a name that is not known")]
    [InlineData("postgresql://db/papers?sslmode=perhaps", "the value of sslmode is not one that it can have")]
    [InlineData("postgresql://[", "it is no valid address")]
    public void What_is_neither_is_refused_with_an_example(string given, string why)
    {
        var message = Should.Throw<CommandFailure>(() => ConnectionText.Parse(given)).Message;

        message.ShouldContain(why);
        message.ShouldContain("postgresql://me:secret@localhost/papers");
    }

    [Theory]
    [InlineData("Host=db;Username=me;Password=first{0}last;Database=papers")]
    [InlineData("Host=db;Username=me;Password=first{0}last=more;Database=papers")]
    [InlineData("postgresql://me:first{0}last@db/papers")]
    [InlineData("postgresql://me:1{0}last@db/papers?sslmode=disable")]
    public void No_part_of_a_password_is_told(string given)
    {
        foreach (var mark in ";'\"?#/@:&%=\\ ")
        {
            try
            {
                ConnectionText.Parse(given.Replace("{0}", mark.ToString(), StringComparison.Ordinal));
            }
            catch (CommandFailure refused)
            {
                refused.Message.ShouldNotContain("first");
                refused.Message.ShouldNotContain("last");
            }
        }
    }
}
