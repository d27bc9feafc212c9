using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Awards.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Consensus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SessionId",
                table: "ConsensusResults",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ConsensusSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CallId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    BeginsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    NoteTakerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    HidesNames = table.Column<bool>(type: "INTEGER", nullable: false),
                    MarginTenths = table.Column<int>(type: "INTEGER", nullable: false),
                    GroupCodes = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    InvitedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CurrentEntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsensusSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConsensusSessions_AspNetUsers_NoteTakerId",
                        column: x => x.NoteTakerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ConsensusSessions_Calls_CallId",
                        column: x => x.CallId,
                        principalTable: "Calls",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EarlierResults",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    GroupCode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ProjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ResultId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierResults", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EarlierResults_ConsensusResults_ResultId",
                        column: x => x.ResultId,
                        principalTable: "ConsensusResults",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EarlierResults_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "SessionAbsences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionAbsences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionAbsences_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionAbsences_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionCallings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionCallings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionCallings_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionCallings_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Postponed = table.Column<bool>(type: "INTEGER", nullable: false),
                    InBlock = table.Column<bool>(type: "INTEGER", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionItems_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionItems_Entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SessionSeats",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Presence = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionSeats", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionSeats_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SessionSeats_ConsensusSessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "ConsensusSessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusResults_SessionId",
                table: "ConsensusResults",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusSessions_CallId_BeginsAt",
                table: "ConsensusSessions",
                columns: new[] { "CallId", "BeginsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsensusSessions_NoteTakerId",
                table: "ConsensusSessions",
                column: "NoteTakerId");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierResults_ResultId",
                table: "EarlierResults",
                column: "ResultId");

            migrationBuilder.CreateIndex(
                name: "IX_EarlierResults_SessionId",
                table: "EarlierResults",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionAbsences_PersonId",
                table: "SessionAbsences",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionAbsences_SessionId",
                table: "SessionAbsences",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionCallings_EntryId",
                table: "SessionCallings",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionCallings_SessionId",
                table: "SessionCallings",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionItems_EntryId",
                table: "SessionItems",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionItems_SessionId_EntryId",
                table: "SessionItems",
                columns: new[] { "SessionId", "EntryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SessionSeats_PersonId",
                table: "SessionSeats",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SessionSeats_SessionId_PersonId",
                table: "SessionSeats",
                columns: new[] { "SessionId", "PersonId" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_ConsensusResults_ConsensusSessions_SessionId",
                table: "ConsensusResults",
                column: "SessionId",
                principalTable: "ConsensusSessions",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_ConsensusResults_ConsensusSessions_SessionId",
                table: "ConsensusResults");

            migrationBuilder.DropTable(
                name: "EarlierResults");

            migrationBuilder.DropTable(
                name: "SessionAbsences");

            migrationBuilder.DropTable(
                name: "SessionCallings");

            migrationBuilder.DropTable(
                name: "SessionItems");

            migrationBuilder.DropTable(
                name: "SessionSeats");

            migrationBuilder.DropTable(
                name: "ConsensusSessions");

            migrationBuilder.DropIndex(
                name: "IX_ConsensusResults_SessionId",
                table: "ConsensusResults");

            migrationBuilder.DropColumn(
                name: "SessionId",
                table: "ConsensusResults");
        }
    }
}
