using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Awards.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Calls : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "AreaHectares",
                table: "Municipalities",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssociationKey",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 9,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AssociationName",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DistrictKey",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DistrictName",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Edition",
                table: "Municipalities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerName",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GoneWith",
                table: "Municipalities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsIneligible",
                table: "Municipalities",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "Municipality");

            migrationBuilder.AddColumn<string>(
                name: "OfficialName",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Postcode",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RegionalKey",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchKey",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 900,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TextKey",
                table: "Municipalities",
                type: "TEXT",
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TypeReason",
                table: "Municipalities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "TypeSetAt",
                table: "Municipalities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TypeSetBy",
                table: "Municipalities",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AnswerFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AnswerFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AnswerFiles_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AnswerFiles_StoredFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RegisterUploads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterUploads", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Municipalities_OfficialKey",
                table: "Municipalities",
                column: "OfficialKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AnswerFiles_ApplicationId",
                table: "AnswerFiles",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_AnswerFiles_FileId",
                table: "AnswerFiles",
                column: "FileId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AnswerFiles");

            migrationBuilder.DropTable(
                name: "RegisterUploads");

            migrationBuilder.DropIndex(
                name: "IX_Municipalities_OfficialKey",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "AreaHectares",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "AssociationKey",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "AssociationName",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "DistrictKey",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "DistrictName",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "Edition",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "FormerName",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "GoneWith",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "IsIneligible",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "OfficialName",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "Postcode",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "RegionalKey",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "SearchKey",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "TextKey",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "TypeReason",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "TypeSetAt",
                table: "Municipalities");

            migrationBuilder.DropColumn(
                name: "TypeSetBy",
                table: "Municipalities");
        }
    }
}
